from django.apps import AppConfig


class ExhibitionConfig(AppConfig):
    name = "hub.exhibition"
    label = "exhibition"
    verbose_name = "展览内容"
    default_auto_field = "django.db.models.BigAutoField"
