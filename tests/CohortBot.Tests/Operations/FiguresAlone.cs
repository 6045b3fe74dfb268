namespace CohortBot.Tests.Operations;

/// <summary>The program's meter is one for the whole process: what reads it runs while nothing else counts.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FiguresAlone
{
    public const string Name = "Figures alone";
}
