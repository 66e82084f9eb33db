# Not run by us: hadolint alone has read it. What it installs and starts is what `deploy/try/` runs.
# docker build -t govcourse . && docker run -p 8866:8866 -v govcourse:/home/course/data-store govcourse
FROM python:3.12-slim
# The image's Debian decides which versions these are.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 1000 --create-home course
WORKDIR /course
# For a hub: --build-arg EXTRA_PACKAGES=jupyterhub
ARG EXTRA_PACKAGES=""
COPY --chown=course:course . .
RUN python -m venv /home/course/venv \
 && /home/course/venv/bin/pip install --no-cache-dir -c constraints.txt -e '.[postgresql]' ${EXTRA_PACKAGES} \
 && /home/course/venv/bin/python -c "from pathlib import Path; from govcourse.book.chapters import write; write(Path('notebooks'))" \
 && mkdir /home/course/data-store && chown -R course:course /home/course /course
USER 1000
ENV PATH=/home/course/venv/bin:$PATH HOST=0.0.0.0 PORT=8866 GOVCOURSE_HOME=/home/course/data-store
VOLUME /home/course/data-store
EXPOSE 8866
HEALTHCHECK --interval=30s --timeout=5s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8866/health', timeout=4)"]
CMD ["govcourse", "serve"]
