using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>A lab that a member may start.</summary>
internal sealed record LabToOpen
{
    /// <summary>The cohort.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>The course.</summary>
    public required Course Course { get; init; }

    /// <summary>The lab's lesson.</summary>
    public required Lesson Lesson { get; init; }

    /// <summary>The lab.</summary>
    public required Lab Lab { get; init; }

    /// <summary>The member.</summary>
    public required Member Member { get; init; }

    /// <summary>What the program says in the member's language.</summary>
    public required Wording Wording { get; init; }

    /// <summary>The message whose button was pressed, where the thread can hang under it.</summary>
    public MessageRef? Under { get; init; }

    /// <summary>Whether one thread serves the whole cohort.</summary>
    public bool IsShared => Cohort.ThreadMode == LabThreadMode.Shared;

    /// <summary>Whose thread it is.</summary>
    public MemberKey Owner => IsShared ? MemberKey.Everybody : Member.Key;

    /// <summary>What makes the thread one.</summary>
    public string Key => $"lab/{Cohort.Id}/{Lab.Id}/{Owner}";
}
