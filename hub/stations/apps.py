from django.apps import AppConfig


class StationsConfig(AppConfig):
    name = "hub.stations"
    label = "stations"
    verbose_name = "展台"
    default_auto_field = "django.db.models.BigAutoField"
