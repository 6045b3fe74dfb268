namespace CohortBot.Simulation.Checking;

/// <summary>Something that must be true of a cohort that has been simulated.</summary>
/// <param name="Name">Its text is <c>simulation.check_NAME</c>.</param>
/// <param name="Looked">How many things were looked at.</param>
/// <param name="Faults">Those of which it is not true, in words that nobody wrote in a lab.</param>
internal sealed record Check(string Name, int Looked, IReadOnlyList<string> Faults)
{
    /// <summary>Whether it is true.</summary>
    public bool IsGood => Faults.Count == 0;
}
