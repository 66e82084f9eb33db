"""JupyterHub on one machine: jupyterhub -f deploy/jupyterhub_config.py, behind deploy/nginx-hub.conf. `deploy/try/run.py` runs it.

Before: pip install -c constraints.txt jupyterhub, and npm install configurable-http-proxy as package.json has it.
Who may come in is the hub's to say: set an authenticator, and `allowed_users` or `allow_all`.
"""

import os

c = get_config()  # noqa: F821 - the hub brings it
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
# The hub, its proxy and the learners' servers talk by TLS, with certificates of an authority of their own that the hub makes in its folder; to nginx the proxy speaks HTTP.
c.JupyterHub.internal_ssl = True
c.JupyterHub.internal_certs_location = os.path.abspath("internal-ssl")
# The name by which visitors ask, which the proxy looks for in those certificates.
c.JupyterHub.trusted_alt_names = c.Spawner.ssl_alt_names = ["DNS:hub.example.org"]
# Each learner gets a copy of the notebooks and a store of answers in their own home folder, and begins with the page that says what to press.
c.Spawner.cmd = ["govcourse", "lab"]
c.Spawner.start_timeout = 120
# Kernels are forked from a warm parent: they start in a second.
c.Spawner.environment = {"JUPYTER_DEFAULT_PROVISIONER_NAME": "govcourse-fork"}
