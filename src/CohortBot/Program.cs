Console.WriteLine("CohortBot");
