using CohortBot.Storage;

namespace CohortBot.Courses;

/// <summary>A course: the name of its folder in <c>lessons/</c>.</summary>
public readonly record struct CourseId(string Value) : ITextId<CourseId>
{
    /// <inheritdoc/>
    public static CourseId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A lesson: the <c>id</c> in its front matter, unique in the library.</summary>
public readonly record struct LessonId(string Value) : ITextId<LessonId>
{
    /// <inheritdoc/>
    public static LessonId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A lab: the name of its folder in <c>prompts/</c>.</summary>
public readonly record struct LabId(string Value) : ITextId<LabId>
{
    /// <inheritdoc/>
    public static LabId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
