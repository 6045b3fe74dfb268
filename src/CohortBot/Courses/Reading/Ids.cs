using System.Text.RegularExpressions;

namespace CohortBot.Courses.Reading;

/// <summary>What may be an id.</summary>
internal static partial class Ids
{
    /// <summary>Notes an id that commands and buttons could not name.</summary>
    public static void Check(CourseFile file, int line, string id)
    {
        if (id.Length > 0 && !Id().IsMatch(id))
            file.Error(line, "bad_id", ("id", id));
    }

    /// <summary>Notes each id that stands twice in a list.</summary>
    public static void CheckUnique(CourseFile file, IEnumerable<(string Id, int Line)> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, line) in ids.Where(one => one.Id.Length > 0 && !seen.Add(one.Id)))
            file.Error(line, "id_twice", ("id", id));
    }

    // A lab's id stands in a button's action, which has 100 characters.
    [GeneratedRegex("^(?=.{1,40}$)[a-z0-9]+([-_][a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
