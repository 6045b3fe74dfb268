using CohortBot.Texts;

namespace CohortBot.Courses;

/// <summary>A mistake in <c>lessons/</c> or <c>prompts/</c>, with the place and the mend.</summary>
/// <param name="File">The file, for example <c>lessons/ai-careers-map/1-job-market.md</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="IsError">Whether the library cannot be used with it; a warning can wait.</param>
/// <param name="Key">Its text in the catalogue, after <c>courses.</c>.</param>
public sealed record CourseProblem(string File, int Line, bool IsError, string Key)
{
    /// <summary>What the text names.</summary>
    internal (string Name, object? Value)[] Values { get; init; } = [];

    /// <summary>What is wrong.</summary>
    public string Say(Wording wording) => wording.Say($"courses.{Key}", Values);

    /// <summary>What to do.</summary>
    public string Mend(Wording wording) => wording.Say($"courses.{Key}.mend", Values);
}
