from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "hub.site"
    label = "hubsite"
    verbose_name = "总站"
