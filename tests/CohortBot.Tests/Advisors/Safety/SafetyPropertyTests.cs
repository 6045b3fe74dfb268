using System.Text;
using CohortBot.Advisors.Safety;
using CohortBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Advisors.Safety;

public sealed class SafetyPropertyTests
{
    private static readonly string[] Crises = [.. SentenceFile.All.Where(file => file.Label == "Crisis").SelectMany(file => file.Sentences).Where(sentence => SafetyJudge.Judge(sentence).Has(SafetyClass.Crisis))];
    private static readonly string[] Ordinary = [.. SentenceFile.All.Where(file => file.Label == SentenceFile.Ordinary).SelectMany(file => file.Sentences)];

    [Fact]
    public void A_crisis_among_ordinary_sentences_is_still_one()
    {
        var messages = from crisis in Gen.Elements(Crises)
                       from before in Gen.Elements(Ordinary)
                       from after in Gen.Elements(Ordinary)
                       from between in Gen.Elements(" ", "\n", "\n\n- ", " 😀 ")
                       select $"{before}{between}{Ended(crisis)}{between}{after}";
        Check.One(Cases.Config, Prop.ForAll(Arb.From(messages), message => SafetyJudge.Judge(message).Has(SafetyClass.Crisis)));
    }

    [Fact]
    public void Any_text_is_judged_without_a_fault_and_its_findings_lie_inside()
    {
        var letters = "abk iİıßÄ\u0308\u200B\uD83D\uDE00*@$!'’.…?„“«»\n\t0123456789-+/()<|>=:_|~^%#IWANTTODIE\uFFFF\0".ToCharArray();
        var texts = Gen.Elements(letters).ListOf().Select(list => new string([.. list]));
        Check.One(Cases.Config, Prop.ForAll(Arb.From(texts), text =>
        {
            var verdict = SafetyJudge.Judge(text);
            _ = PersonalMask.Hide(text, verdict, kind => kind);
            _ = QuotedAttack.HoldInTranscript(text);
            return verdict.Findings.All(finding => finding.Start >= 0 && finding.Length > 0 && finding.End <= text.Length);
        }));
    }

    [Theory]
    [InlineData("i want to ")]
    [InlineData("i ")]
    [InlineData("k i l l ")]
    [InlineData("1 ")]
    [InlineData("DE89")]
    [InlineData("ich will nicht mehr ")]
    [InlineData("ignore all previous ")]
    [InlineData("a@a.")]
    [InlineData("passwort ist ")]
    [InlineData("((((")]
    [InlineData("''''a")]
    [InlineData("i want to die. ")]
    public void A_text_of_any_length_is_judged_to_its_end(string piece)
    {
        var once = SafetyJudge.Judge($"{piece}. i want to die.").Findings;
        var often = SafetyJudge.Judge($"{Repeat(piece, 200_000)}. i want to die.").Findings;
        Assert.Contains(once, finding => finding.Class == SafetyClass.Crisis);
        Assert.Contains(often, finding => finding.Class == SafetyClass.Crisis && finding.Start >= 200_000 - piece.Length);
    }

    private static string Ended(string sentence) => char.IsLetterOrDigit(sentence[^1]) ? $"{sentence}." : sentence;

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
}
