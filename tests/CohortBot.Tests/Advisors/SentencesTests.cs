using CohortBot.Advisors;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Advisors;

public sealed class SentencesTests
{
    [Fact]
    public void Abbreviations_figures_and_list_marks_do_not_break_sentences() =>
        Assert.Equal(
            ["I use e.g. SQL 3.5 daily.", "Node.js too!", "first thing", "second thing"],
            Sentences.Of("I use e.g. SQL 3.5 daily. Node.js too!\n- first thing\n\n- second thing"));

    [Fact]
    public void A_sentence_is_always_a_piece_of_its_text() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
            Sentences.Of(text.Get).All(sentence => text.Get.Contains(sentence, StringComparison.Ordinal) && text.Get.Contains(Sentences.Cut(sentence, 12), StringComparison.Ordinal))));

    [Fact]
    public void A_long_sentence_is_cut_around_what_it_is_quoted_for()
    {
        var sentence = string.Concat(Enumerable.Repeat("and then something else happened, ", 10)) + "so I wrote a regression in Python for the ward.";
        var at = sentence.IndexOf("regression", StringComparison.Ordinal);
        var cut = Sentences.Around(sentence, at, 200);
        Assert.Contains("regression in Python", cut, StringComparison.Ordinal);
        Assert.Contains(cut, sentence, StringComparison.Ordinal);
        Assert.InRange(cut.Length, 1, 200);
    }
}
