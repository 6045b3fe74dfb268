// The local channel's page: keeps the feeds alive over the socket and makes writing comfortable. Everything else is done by the server and htmx.
import { startFeeds } from "./js/feeds.js";
import { startComposer } from "./js/composer.js";
import { startDialogs } from "./js/dialogs.js";
import { startLive } from "./js/live.js";
import { startClock } from "./js/clock.js";
import { startTheme } from "./js/theme.js";

startTheme();
startFeeds();
startComposer();
startDialogs();
startClock();
startLive();
