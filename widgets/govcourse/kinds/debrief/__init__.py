"""The debrief of the assessment."""

from pathlib import Path

# Charts without data, as chart.py makes them: views then need neither Altair nor a kernel.
CHARTS = Path(__file__).resolve().parents[2] / "static" / "charts.json"
