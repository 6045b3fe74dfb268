using CohortBot.Cli;
using CohortBot.Storage;

using var limit = FileSizeLimit.MakeAnError();
return await CommandLineInterface.RunAsync(args);
