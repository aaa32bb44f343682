from django.apps import AppConfig


class DeputiesConfig(AppConfig):
    name = "hub.deputies"
    label = "deputies"
    verbose_name = "代表名录"
    default_auto_field = "django.db.models.BigAutoField"
