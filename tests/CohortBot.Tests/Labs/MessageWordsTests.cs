using CohortBot.Exchanges;
using CohortBot.Labs;

namespace CohortBot.Tests.Labs;

public sealed class MessageWordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  \n\t")]
    public void No_text_is_empty(string text) => Assert.Equal(WhyNot.Empty, MessageWords.Judge(text));

    [Theory]
    [InlineData("👍")]
    [InlineData("👩🏽‍💻 🎉🎉")]
    [InlineData(":tada: :+1:")]
    [InlineData("<:party:123456789012345678> <a:wave:1>")]
    [InlineData("1️⃣")]
    [InlineData("...!?")]
    public void Emoji_and_signs_alone_say_nothing(string text) => Assert.Equal(WhyNot.Emoji, MessageWords.Judge(text));

    [Theory]
    [InlineData("ok")]
    [InlineData("5")]
    [InlineData("at 10:30:45")]
    [InlineData("да")]
    [InlineData("好 👍")]
    [InlineData("note:this:too")]
    public void Letters_and_digits_are_words(string text) => Assert.Null(MessageWords.Judge(text));
}
