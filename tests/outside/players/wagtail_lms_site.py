"""A site with wagtail-lms in which one learner is logged in and each package is a lesson: python wagtail_lms_site.py FOLDER PORT PACKAGE…

Runs in an environment of its own (`make players`). Prints the lessons' addresses as JSON once it serves.
"""

import json
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.files import File
from django.core.management import call_command
from django.urls import include, path

folder, port, *packages = sys.argv[1:]
BASE = "<!DOCTYPE html><html><head><title>{% block title %}{% endblock %}</title></head><body>{% block content %}{% endblock %}</body></html>"


class Tables(dict):
    """Of every application: its tables as they are now, and not each step that led there, which takes minutes."""

    def __contains__(self, application):
        return True

    def __getitem__(self, application):
        return None


def as_learner(get_response):
    """Whoever comes is the one learner, with any browser."""
    from django.contrib.auth.models import User

    def answered(request):
        request.user = User.objects.get(username="ana")
        return get_response(request)

    return answered


urlpatterns = []
if __name__ == "__main__":
    sys.modules["wagtail_lms_site"] = sys.modules["__main__"]
    settings.configure(
        MIGRATION_MODULES=Tables(), LANGUAGE_CODE="en",
        SECRET_KEY="of-a-test", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF="wagtail_lms_site", USE_TZ=True,
        WAGTAIL_SITE_NAME="Academy", WAGTAILADMIN_BASE_URL="http://127.0.0.1", WAGTAIL_LMS_AUTO_ENROLL=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder}/site.db", "OPTIONS": {"timeout": 30}}},
        MEDIA_ROOT=f"{folder}/media", STATIC_URL="/static/", DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware", "wagtail_lms_site.as_learner", "django.contrib.messages.middleware.MessageMiddleware"],
        INSTALLED_APPS=[
            "wagtail_lms", "wagtail.contrib.forms", "wagtail.contrib.redirects", "wagtail.embeds", "wagtail.sites", "wagtail.users", "wagtail.snippets",
            "wagtail.documents", "wagtail.images", "wagtail.search", "wagtail.admin", "wagtail", "modelcluster", "taggit", "django.contrib.admin",
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages", "django.contrib.staticfiles",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {
            "loaders": [("django.template.loaders.locmem.Loader", {"base.html": BASE}), "django.template.loaders.app_directories.Loader"],
            "context_processors": ["django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages", "django.template.context_processors.request"],
        }}],
    )  # fmt: skip
    django.setup()
    urlpatterns.append(path("lms/", include("wagtail_lms.urls")))
    call_command("migrate", run_syncdb=True, verbosity=0)
    from django.contrib.auth.models import User
    from wagtail.models import Locale, Page
    from wagtail_lms.models import CoursePage, SCORMLessonPage, SCORMPackage

    User.objects.create_user("ana")
    Locale.objects.create(language_code="en")
    course = Page.add_root(instance=Page(title="Root", slug="root")).add_child(
        instance=CoursePage(title="Course", slug="course-of-ours")
    )
    told = {}
    for package in map(Path, packages):
        with package.open("rb") as file:
            made = SCORMPackage(title=package.stem, package_file=File(file, name=package.name))
            made.save()
        lesson = course.add_child(instance=SCORMLessonPage(title=package.stem, scorm_package=made))
        told[package.stem] = f"/lms/scorm-lesson/{lesson.id}/play/" if made.get_launch_url() else None
    print(json.dumps(told), flush=True)
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0)
