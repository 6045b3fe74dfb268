using CohortBot.Chat.Documents;

namespace CohortBot.Courses;

/// <summary>A course: a welcome and lessons in their order.</summary>
/// <param name="Id">The name of its folder.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="Welcome">What is posted before the first lesson.</param>
/// <param name="Lessons">The lessons in their order.</param>
public sealed record Course(CourseId Id, string Title, string Summary, Document Welcome, IReadOnlyList<Lesson> Lessons)
{
    /// <summary>The lesson with an id, or null.</summary>
    public Lesson? Find(LessonId lesson) => Lessons.FirstOrDefault(candidate => candidate.Id == lesson);
}

/// <summary>A lesson.</summary>
public sealed record Lesson
{
    /// <summary>Its id, unique in the library.</summary>
    public required LessonId Id { get; init; }

    /// <summary>Its place in the course, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for lists.</summary>
    public required string Summary { get; init; }

    /// <summary>Minutes to read.</summary>
    public required int Minutes { get; init; }

    /// <summary>Its lab, where it has one.</summary>
    public required Lab? Lab { get; init; }

    /// <summary>The text: an opening without heading, then sections that begin with a level 2 heading. Figures name full paths.</summary>
    public required Document Body { get; init; }

    /// <summary>Three questions on the text.</summary>
    public required IReadOnlyList<QuizQuestion> Quiz { get; init; }

    /// <summary>Where its facts come from.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }
}

/// <summary>A question of a quiz.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Answers">Three or four answers.</param>
/// <param name="Right">The right one, counted from 1.</param>
/// <param name="Why">Why it is right.</param>
public sealed record QuizQuestion(string Question, IReadOnlyList<string> Answers, int Right, string Why);

/// <summary>Where a claim comes from and how far it could be confirmed.</summary>
public sealed record Source(string Seed, string Organisation, int? Year, string Claim, string Verdict, string? Note);

/// <summary>A reference guide: passages that the advisor quotes and commands answer from.</summary>
/// <param name="Id">Its file's name without the ending.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Body">Sections that begin with a level 2 heading.</param>
/// <param name="Sources">Where its facts come from.</param>
public sealed record Guide(string Id, string Title, string Summary, Document Body, IReadOnlyList<Source> Sources);
