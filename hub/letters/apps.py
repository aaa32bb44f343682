from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "hub.letters"
    label = "letters"
    verbose_name = "信件"
    default_auto_field = "django.db.models.BigAutoField"
