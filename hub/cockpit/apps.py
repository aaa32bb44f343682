from django.apps import AppConfig


class CockpitConfig(AppConfig):
    name = "hub.cockpit"
    label = "cockpit"
    verbose_name = "数据管理舱"
