using CohortBot.Benchmarks;

return await BenchmarkCommand.RunAsync(args);
