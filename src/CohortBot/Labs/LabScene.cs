using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>All that a step in a lab needs to know: who, in which lab of which course, and in which language.</summary>
internal sealed record LabScene
{
    /// <summary>The member in the lab.</summary>
    public required Participation Participation { get; init; }

    /// <summary>The cohort.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>The course.</summary>
    public required Course Course { get; init; }

    /// <summary>The lesson that the lab belongs to.</summary>
    public required Lesson Lesson { get; init; }

    /// <summary>The lab.</summary>
    public required Lab Lab { get; init; }

    /// <summary>The member.</summary>
    public required Member Member { get; init; }

    /// <summary>What the program says in the member's language.</summary>
    public required Wording Wording { get; init; }

    /// <summary>Whether others take part in the same thread.</summary>
    public required bool IsShared { get; init; }

    /// <summary>The options that lead a button back to this lab, wherever it is pressed.</summary>
    public string Options => $"lab:{Lab.Id} cohort:{Cohort.Id}";
}
