namespace CohortBot.Tests.Advisors;

/// <summary>The lab on ethics, safety and policy, played without a model: the field follows from the question that draws people, the role from what they did.</summary>
public sealed class ThreeFieldsTests
{
    private const string Lab = "map-to-ethics-safety-policy";

    [Theory]
    [InlineData("I'm an intensive care nurse. I stopped a pump whose alarm was too quiet.", "The tester. I want to feed it the rare cases.", "safety", "clinical-evaluator")]
    [InlineData("I'm a lawyer. I said no to a camera system in the library.", "Drafter, obviously. Someone has to write who answers for it.", "policy", "counsel")]
    [InlineData("I teach history. I told the head that the detector flags the foreign kids.", "Not the tester. The auditor's desk, it's unfair to them.", "ethics", "education-evaluator")]
    [InlineData("I just finished a computer science degree.", "The auditor, I want it to be fair to people like my mother.", "ethics", "test-engineer")]
    [InlineData("Forklift driver in a warehouse. I stopped the line.", "I'd try to break it, whatever you call that.", "safety", "red-teamer")]
    public async Task The_field_follows_from_the_question_and_the_role_from_the_work(string work, string pull, string field, string role)
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(work, pull)).CardAsync();
        Assert.Equal([field], card.Find("field")!.Chosen);
        Assert.Equal([role], card.Find("role")!.Chosen);
        Assert.False(card.Find("role")!.IsGuess);
    }

    [Fact]
    public async Task Who_says_what_the_model_does_starts_further_on_than_who_has_no_idea()
    {
        var nurse = await Conversation.In(Lab).SayAllAsync("I'm a nurse.", "The tester, it must not break.", "It has read a lot of text and predicts the next word.");
        var manager = await Conversation.In(Lab).SayAllAsync("Product manager for a hiring tool.", "The auditor, I ask who is left out.", "Honestly no idea, it is magic to me.");
        Assert.Equal(["workings"], (await nurse.CardAsync()).Find("level")!.Chosen);
        Assert.Equal(["words"], (await manager.CardAsync()).Find("level")!.Chosen);
    }

    [Fact]
    public async Task A_teacher_who_speaks_of_pupils_is_not_taken_for_a_parent()
    {
        var teacher = await Conversation.In(Lab).SayAllAsync("I teach, and a tool flags the foreign kids.", "The auditor, it is unfair to children.", "It learns from examples.", "A guideline that two schools use.");
        var parent = await Conversation.In(Lab).SayAllAsync("Analyst, now at home with my kids.", "The auditor, it is unfair to people.", "It learns from examples.", "A dashboard that changed a price.");
        Assert.DoesNotContain("others depend on", teacher.Answers[^1], StringComparison.Ordinal);
        Assert.Contains("others depend on", parent.Answers[^1], StringComparison.Ordinal);
    }
}
