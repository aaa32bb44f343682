from django.db import migrations, models


class Migration(migrations.Migration):
    """Films and captions lie where pictures do: only names change."""

    dependencies = [
        ('exhibition', '0005_pictures'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='picture',
            options={
                'ordering': ('exhibit', 'name'),
                'verbose_name': '图片与影片文件',
                'verbose_name_plural': '图片与影片文件',
            },
        ),
        migrations.AlterField(
            model_name='picture',
            name='data',
            field=models.BinaryField(verbose_name='内容'),
        ),
    ]
