using CohortBot.Tests.Fakes;
using Microsoft.VisualBasic.FileIO;

namespace CohortBot.Tests.Courses;

/// <summary>A fact of a source, what we found of it, and where it stands in the course or why it does not.</summary>
/// <param name="Seed">The source's number.</param>
/// <param name="Paragraph">The line of the source, counted from 1.</param>
/// <param name="Claim">The fact in our words.</param>
/// <param name="Verdict">confirmed, reported or dropped.</param>
/// <param name="Place">The file below <c>lessons</c> or <c>prompts</c>, from the repository's root; empty when it stands nowhere.</param>
/// <param name="Says">Words or a figure of that file by which it is found there.</param>
/// <param name="Why">Why it does not stand in the course; empty when it does.</param>
public sealed record Fact(string Seed, int Paragraph, string Claim, string Verdict, string Place, string Says, string Why)
{
    public static IReadOnlyList<Fact> ReadAll()
    {
        using var parser = new TextFieldParser(Path.Combine(Repository.Root, "tests", "CohortBot.Tests", "Courses", "facts.csv")) { TextFieldType = FieldType.Delimited };
        parser.SetDelimiters(",");
        parser.ReadFields(); // the names
        List<Fact> facts = [];
        while (parser.ReadFields() is { } row)
            facts.Add(new Fact(row[0], int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), row[2], row[3], row[4], row[5], row[6]));
        return facts;
    }
}
