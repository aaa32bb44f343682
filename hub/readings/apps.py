from django.apps import AppConfig


class ReadingsConfig(AppConfig):
    name = "hub.readings"
    label = "readings"
    verbose_name = "朗读"
