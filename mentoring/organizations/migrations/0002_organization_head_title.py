from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("organizations", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="organization",
            name="head_title",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="должность руководителя"),
            preserve_default=False,
        ),
    ]
