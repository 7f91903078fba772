import { render } from "preact";
import { App } from "./app.tsx";
import "./workbench.css";
import "./help.css";

const place = document.getElementById("app");
if (place !== null) render(<App />, place);
