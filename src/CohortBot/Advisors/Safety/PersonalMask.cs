using System.Text;

namespace CohortBot.Advisors.Safety;

/// <summary>Hides personal data in words that go to a model.</summary>
internal static class PersonalMask
{
    /// <summary>The text with each finding replaced by what <paramref name="nameOf"/> says for its kind.</summary>
    public static string Hide(string text, SafetyVerdict verdict, Func<string, string> nameOf)
    {
        if (!verdict.Has(SafetyClass.PersonalData))
            return text;
        var hidden = new StringBuilder(text.Length);
        var at = 0;
        foreach (var finding in verdict.Findings.Where(finding => finding.Class == SafetyClass.PersonalData))
        {
            hidden.Append(text, at, finding.Start - at).Append(nameOf(finding.Rule));
            at = finding.End;
        }

        return hidden.Append(text, at, text.Length - at).ToString();
    }
}
