using CohortBot.Advisors.Safety;

namespace CohortBot.Tests.Advisors.Safety;

public sealed class VerdictMemoryTests
{
    private int _judged;

    [Fact]
    public void A_text_is_judged_once_and_another_one_for_itself()
    {
        var memory = new VerdictMemory(Judge);

        Assert.Equal("first", RuleOf(memory, "first"));
        Assert.Equal("second", RuleOf(memory, "second"));
        Assert.Equal("first", RuleOf(memory, string.Concat("fir", "st")));

        Assert.Equal(2, _judged);
    }

    [Fact]
    public void What_was_judged_long_ago_is_forgotten_and_judged_anew()
    {
        var memory = new VerdictMemory(Judge);
        memory.Find("old");
        for (var text = 0; text < 2 * VerdictMemory.Half; text++)
            memory.Find($"text {text}");
        _judged = 0;

        Assert.Equal("old", RuleOf(memory, "old"));

        Assert.Equal(1, _judged);
    }

    [Fact]
    public void What_is_asked_for_again_and_again_stays()
    {
        var memory = new VerdictMemory(Judge);
        for (var text = 0; text < 4 * VerdictMemory.Half; text++)
        {
            memory.Find("often");
            memory.Find($"text {text}");
        }

        Assert.Equal(1 + (4 * VerdictMemory.Half), _judged);
    }

    [Fact]
    public void Many_at_once_get_each_their_own_verdict()
    {
        var memory = new VerdictMemory(text => new SafetyVerdict([new SafetyFinding(SafetyClass.Abuse, text, 0, 1)], HasContent: true));

        Parallel.For(0, 3 * VerdictMemory.Half, number => Assert.Equal($"{number / 2}", RuleOf(memory, $"{number / 2}")));
    }

    private SafetyVerdict Judge(string text)
    {
        _judged++;
        return new SafetyVerdict([new SafetyFinding(SafetyClass.Abuse, text, 0, 1)], HasContent: true);
    }

    private static string RuleOf(VerdictMemory memory, string text) => memory.Find(text).Findings[0].Rule;
}
