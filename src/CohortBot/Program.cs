using CohortBot.Cli;

return await CommandLineInterface.RunAsync(args);
