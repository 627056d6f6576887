// As its guide shows it.
import { initAll } from "/modules/govuk-frontend/dist/govuk/govuk-frontend.min.js";

initAll();
