using CohortBot.Texts;

namespace CohortBot.Courses;

/// <summary>The courses cannot be used as they are; the message lists every problem with file, line and mend.</summary>
public sealed class CourseException(IReadOnlyList<CourseProblem> problems, Wording wording) : Exception(List(problems, wording))
{
    /// <summary>What is wrong, warnings too.</summary>
    public IReadOnlyList<CourseProblem> Problems => problems;

    /// <summary>A problem in one line.</summary>
    internal static string Describe(CourseProblem problem, Wording wording) =>
        $"{problem.File}:{problem.Line}: {problem.Say(wording)} {problem.Mend(wording)}";

    /// <summary>The errors as lines: file and line, what is wrong, what to do.</summary>
    internal static string List(IReadOnlyList<CourseProblem> problems, Wording wording) => string.Join('\n',
        problems.Where(problem => problem.IsError).Select(problem => $"- {Describe(problem, wording)}")
            .Prepend(wording.Say("courses.broken", ("count", problems.Count(problem => problem.IsError)))));
}
