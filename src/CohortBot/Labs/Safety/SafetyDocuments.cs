using CohortBot.Access;
using CohortBot.Advisors.Safety;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Texts;

namespace CohortBot.Labs.Safety;

/// <summary>What the writer of a message is shown.</summary>
internal sealed class SafetyDocuments(HelpLines lines)
{
    /// <summary>The help: what to do in danger, the help lines with the day of their check, and who was told.</summary>
    public Document Help(SafetyEvent met, Member member, Cohort cohort, Wording wording)
    {
        var found = lines.For([.. member.Zone is { } zone ? [zone] : Array.Empty<string>(), cohort.Zone], cohort.HolidayCountry, wording.Locale.Value);
        return new Document(
        [
            wording.Paragraph("safety.crisis_hello", ("name", member.Name)),
            wording.Paragraph("safety.crisis_danger"),
            .. found.Count == 0
                ? [wording.Paragraph("safety.crisis_no_lines")]
                : (IEnumerable<Block>)[new Bullets(IsNumbered: false, [.. found.Select(line => new BulletItem(Line(line, wording), []))])],
            wording.Paragraph(met.ToldAt is null ? "safety.crisis_not_told" : "safety.crisis_told"),
            wording.Paragraph("safety.crisis_later"),
        ]);
    }

    /// <summary>The answer to a further message, while the help still stands above it.</summary>
    public static Document HelpAgain(Wording wording) => new([wording.Paragraph("safety.crisis_again"), wording.Paragraph("safety.crisis_danger")]);

    /// <summary>What is said to anything but a crisis.</summary>
    public static Document Other(SafetyEvent met, Wording wording) => met.Kind switch
    {
        SafetyClass.Abuse => wording.Document("safety.abuse"),
        SafetyClass.PromptAttack => wording.Document("safety.attack"),
        _ => wording.Document("safety.personal", ("kinds", string.Join(", ", met.Rules.Split(' ').Select(kind => wording.Say($"safety.kind_{kind}"))))),
    };

    private static List<Run> Line(HelpLine line, Wording wording)
    {
        List<Run> runs = [new Run(line.Name, IsBold: true)];
        foreach (var fact in new[] { line.Contact, line.Hours, string.Join(", ", line.Languages) })
        {
            if (!string.IsNullOrWhiteSpace(fact))
                runs.Add(new Run($" · {fact}"));
        }

        if (line.Url is { Length: > 0 } url)
            runs.AddRange([new Run(" · "), new Run(url, Url: url)]);
        runs.Add(new Run($" · {wording.Say("safety.line_checked", ("date", line.CheckedOn))}"));
        return runs;
    }
}
