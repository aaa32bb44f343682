from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "hub.calls"
    label = "calls"
    verbose_name = "叫人"
    default_auto_field = "django.db.models.BigAutoField"
