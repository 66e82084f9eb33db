"""What Jupyter needs of the course: the notebook interface, the exercise as a widget, kernels."""
