namespace CohortBot.Courses.Reading;

/// <summary>The variables that the program gives to prompts.</summary>
internal static class PromptVariables
{
    /// <summary>To the system prompt of a lab.</summary>
    public static readonly IReadOnlyList<string> Lab =
    [
        "lab_title", "goal", "course_title", "lesson_title", "covers", "passages", "earlier_cards", "card_fields", "exchange", "minimum_exchanges",
        "summary", "language",
    ];

    /// <summary>To the prompts in <c>prompts/shared/</c>, by their file's name; each of them is needed.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Shared = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["card"] = ["lab_title", "goal", "card_schema", "conversation"],
        ["summary"] = ["conversation"],
    };
}
