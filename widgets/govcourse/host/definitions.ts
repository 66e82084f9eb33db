// Terms with what is said of them: looks alike in all hosts, JupyterLab sets them beside each other.
import css from "./definitions.css";
import { style } from "./style";

style(css);
