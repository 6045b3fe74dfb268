namespace CohortBot.Guides;

/// <summary>
/// What each answer of <c>/career fit</c> speaks for. The layers are those of the guide of the market, the roles those of the guide of roles and, for
/// adjacent work, those that the course's first lab names.
/// </summary>
internal static class FitTable
{
    /// <summary>The questions.</summary>
    public const int Questions = 5;

    /// <summary>The answers to each question, by the letter that stands for them.</summary>
    public const string Answers = "abcd";

    /// <summary>The layers; among equals the answer to the first question decides, which speaks for one each.</summary>
    public static readonly IReadOnlyList<string> Layers = ["research", "engineering", "applications", "adjacent"];

    // Question and answer, then points. Who does not want to program (3d) is sent to no role that is programming.
    private const string Points =
        """
        1a research=3 scientist=2 data-scientist=1
        1b engineering=3 mlops=2 ml=1 data-engineer=1
        1c applications=3 software=2 llm=1
        1d adjacent=3 evaluator=2 policy=1
        2a engineering=2 applications=1 ml=2 mlops=2 software=2 data-engineer=1 llm=1 vision=1
        2b engineering=1 research=1 data-scientist=3 data-engineer=1 evaluator=2
        2c adjacent=2 applications=1 domain=3
        2d adjacent=1 applications=1 product=3 trainer=1 policy=1
        3a engineering=1 applications=1 research=1 ml=2 mlops=1 software=2 data-engineer=1
        3b applications=1 engineering=1 data-scientist=2 llm=1 evaluator=1
        3c applications=1 adjacent=1 product=1 domain=1 trainer=1
        3d adjacent=3 research=-20 engineering=-20 product=4 domain=4 scientist=-20 ml=-20 mlops=-20 data-engineer=-20 data-scientist=-20 software=-20 llm=-20 vision=-20
        4a research=3 scientist=2 vision=1
        4b engineering=1 research=1 ml=1 data-scientist=1 llm=1 vision=1 policy=1
        4c applications=1 engineering=1 research=-2 mlops=1 software=1 data-engineer=1 product=1
        4d adjacent=1 research=-4 domain=1 trainer=1 evaluator=1 mlops=1
        5a llm=3 trainer=1 policy=2
        5b vision=3 domain=1 evaluator=1
        5c data-scientist=2 data-engineer=3 ml=1 evaluator=1
        5d product=3 trainer=2 policy=1 domain=1
        """;

    private static readonly Dictionary<string, IReadOnlyDictionary<string, int>> _points = Points.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], IReadOnlyDictionary<string, int> (words) => words[1..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Dictionary<string, string[]> _roles = new(StringComparer.Ordinal)
    {
        ["research"] = ["scientist", "ml", "llm", "vision", "data-scientist"],
        ["engineering"] = ["ml", "mlops", "data-engineer", "data-scientist", "llm", "vision", "product"],
        ["applications"] = ["software", "llm", "product", "domain"],
        ["adjacent"] = ["evaluator", "domain", "trainer", "policy"],
    };

    /// <summary>The roles of a layer; among equals the first is nearer to the layer's heart.</summary>
    public static IReadOnlyList<string> Roles(string layer) => _roles[layer];

    /// <summary>All roles.</summary>
    public static IEnumerable<string> AllRoles => _roles.Values.SelectMany(roles => roles).Distinct(StringComparer.Ordinal);

    /// <summary>What an answer gives to a layer or role.</summary>
    /// <param name="question">The question, from 1.</param>
    /// <param name="answer">The letter.</param>
    /// <param name="target">The layer or role.</param>
    public static int PointsOf(int question, char answer, string target) => _points[$"{question}{answer}"].GetValueOrDefault(target);
}
