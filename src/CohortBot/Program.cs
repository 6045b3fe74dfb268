using CohortBot;

var app = CohortBotHost.Build(args);
await app.RunAsync();
