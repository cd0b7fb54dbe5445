from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("organizations", "0002_organization_head_title"),
    ]

    operations = [
        migrations.AddField(
            model_name="installation",
            name="public_url",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="адрес сайта"),
            preserve_default=False,
        ),
    ]
