using CohortBot.Courses;
using CohortBot.Tests.Fakes;
using YamlDotNet.Serialization;

namespace CohortBot.Tests.Advisors.Talks;

/// <summary>What one member writes in one lab, message by message.</summary>
internal sealed record Talk(string Lab, string Name, IReadOnlyList<string> Words)
{
    /// <summary>Those whom every lab has met: three who tell much, one who answers in three words, one who tries to steer.</summary>
    public static readonly string[] Named = ["nurse", "graduate", "manager", "short", "steering"];

    /// <summary>The member who writes German, in every lab too.</summary>
    public const string German = "german";

    /// <summary>The line of a file that says what a generated member tells in each message.</summary>
    public const string Generated = "generated";

    public static IEnumerable<Lab> Labs => new ShippedCourses().Shelf.Courses.SelectMany(course => course.Lessons).Select(lesson => lesson.Lab).OfType<Lab>();

    /// <summary>Each lab with each of the others.</summary>
    public static TheoryData<string, T> Each<T>(IEnumerable<T> others)
    {
        var data = new TheoryData<string, T>();
        foreach (var (lab, other) in Labs.SelectMany(lab => others.Select(other => (lab.Id.Value, other))))
            data.Add(lab, other);
        return data;
    }

    /// <summary>The recorded conversation of a member in a lab.</summary>
    public static Talk Of(string lab, string name) => new(lab, name, File(lab)[name]);

    /// <summary>All that is recorded for a lab: the messages by the member's name.</summary>
    public static IReadOnlyDictionary<string, List<string>> File(string lab)
    {
        var path = Path.Combine(Repository.Root, "tests", "CohortBot.Tests", "Advisors", "Talks", $"{lab}.yaml");
        Assert.True(System.IO.File.Exists(path), $"The lab {lab} has no recorded conversations. Write {path} with the members {string.Join(", ", Named)}, {German} and the line {Generated}.");
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>>>(System.IO.File.ReadAllText(path));
    }
}
