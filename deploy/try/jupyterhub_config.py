"""What run.py adds to ../jupyterhub_config.py: places and ports of its own, two learners, and one password."""

import os
from pathlib import Path

load_subconfig(str(Path(__file__).parents[1] / "jupyterhub_config.py"))  # noqa: F821 - the hub brings it
c = get_config()  # noqa: F821
proxy, api, hub = os.environ["TRY_HUB_PORTS"].split()
c.JupyterHub.bind_url = f"http://127.0.0.1:{proxy}"
c.JupyterHub.hub_port = int(hub)
c.JupyterHub.trusted_alt_names = c.Spawner.ssl_alt_names = ["DNS:" + os.environ["TRY_HUB_NAME"]]
c.ConfigurableHTTPProxy.api_url = f"https://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = [os.environ["TRY_HUB_PROXY"]]
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["TRY_PASSWORD"]
c.Authenticator.allowed_users = set(os.environ["TRY_LEARNERS"].split())
# Single-user servers run as whoever started this, each in a folder of its own.
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = os.path.join(os.getcwd(), "home", "{username}")
c.Spawner.args = ["--allow-root"] if os.geteuid() == 0 else []
