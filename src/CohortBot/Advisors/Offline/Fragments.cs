using System.Text.RegularExpressions;
using CohortBot.Advisors.Cards;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Advisors.Offline;

/// <summary>Chooses which few of the member's own words are said back to them: things, skills and figures, not filler.</summary>
internal sealed partial class Fragments(Lab lab)
{
    private const int MostWords = 7;
    private const double WorthSaying = 1.7;

    // Words that carry a sentence and tell nothing in a quote.
    private static readonly HashSet<string> _fillers = new(
        """
        actually basically bit enjoy enjoyed feel feels felt find found guess happen happened help helped helps honestly hope important interested interesting
        job like liked lot love loved main mainly mostly nice people pretty probably spend spent start started stuff talk talked think tried try
        trying usual work worked working works year years week day days hour hours month months somehow whole maybe yeah hello thanks thank
        call called different easy hard hate become became seen heard imagine believe means mean remember wonder wish dream favourite favorite
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    // Where one thought ends and another begins.
    private static readonly HashSet<string> _joints = new(["and", "or", "what", "which", "who", "how", "why", "that", "if", "than", "und", "oder", "was", "dass"], StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<string> _cues =
    [
        .. lab.Card.Fields.SelectMany(field => field.Options.SelectMany(option => option.Cues).Concat(field.Levels.SelectMany(level => level.Cues))),
        .. lab.Covers.SelectMany(topic => topic.Questions.SelectMany(question => question.When)),
    ];

    /// <summary>The most telling words of each sentence, best first, letter by letter; none of them stands in <paramref name="alreadySaid"/>.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> statements, IReadOnlyList<string> alreadySaid) =>
    [
        .. statements.Select(statement => Windows(statement).Where(window => !alreadySaid.Any(said => said.Contains(window.Text, StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(window => window.Score).FirstOrDefault())
            .Where(window => window.Score >= WorthSaying).OrderByDescending(window => window.Score).Select(window => window.Text),
    ];

    private IEnumerable<(string Text, double Score)> Windows(string statement)
    {
        foreach (var clause in ClauseEnd().Split(statement))
        {
            var words = Word().Matches(clause);
            var values = words.Select((word, at) => Value(clause, word.Value, at)).ToArray();
            for (var first = 0; first < words.Count; first++)
            {
                for (var last = first; last < Math.Min(first + MostWords, words.Count); last++)
                {
                    var text = clause[words[first].Index..(words[last].Index + words[last].Length)];
                    if (IsWhole(words, values, first, last) && !Marks().IsMatch(text))
                        yield return (text, values[first..(last + 1)].Sum() + Edges(values, first, last));
                }
            }
        }
    }

    // A fragment begins and ends with a word that tells something, and a "no" before it is not left out.
    private static bool IsWhole(MatchCollection words, double[] values, int first, int last) =>
        (values[first] > 0.5 || Negates(words[first].Value)) && values[last] > 0.2
        && (last > first || values[first] >= 1.3)
        && !words.Take(first).Any(word => Negates(word.Value)) && !(IsNumber(words[last].Value) && last + 1 < words.Count);

    // Words that belong together end where a small word or the clause does.
    private static double Edges(double[] values, int first, int last) =>
        (first == 0 || values[first - 1] < 0 ? 0.4 : 0) + (last == values.Length - 1 || values[last + 1] < 0 ? 0.6 : 0);

    private double Value(string clause, string word, int at)
    {
        if (IsNumber(word))
            return 1.5;
        if (_joints.Contains(word))
            return -1.5;
        if (Stems.IsStopWord(word))
            return -0.35;
        if (_fillers.Contains(word))
            return 0.3;
        var isName = at > 0 && char.IsUpper(word[0]) && clause.Length > word.Length;
        return 1 + (isName ? 0.6 : 0) + (word.Length >= 8 ? 0.3 : 0) + (Cues.In(word, _cues).Any() ? 0.8 : 0);
    }

    private static bool IsNumber(string word) => char.IsDigit(word[0]);

    private static bool Negates(string word) => word.ToLowerInvariant() is "no" or "not" or "never" or "without" or "nothing" or "none" or "nie" or "nicht" or "kein" or "keine" or "ohne" || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[,;:()""“”„«».!?…–—\n]+|\s-\s|\b(?:but|because|and then|so that|which|where|when|although|aber|weil)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*[+#]{0,2}", RegexOptions.None, 1000)]
    private static partial Regex Word();

    // What a platform could read as markup or a mention is not said back.
    [GeneratedRegex(@"[*_\[\]<>`|~\\@]", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
