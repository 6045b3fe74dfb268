using System.Runtime.CompilerServices;
using CohortBot.Advisors.Passages;
using CohortBot.Courses;

namespace CohortBot.Advisors.Safety;

/// <summary>The figures that an advisor may name: those of the guides and of the lessons up to the member's, and those that the member gave.</summary>
internal sealed class CourseFigures(ICourseLibrary library)
{
    private readonly ConditionalWeakTable<CourseShelf, IReadOnlyList<PassageFigures>> _byShelf = [];

    /// <summary>The amounts and shares in an answer that stand in neither; each once, as the answer writes them.</summary>
    public IReadOnlyList<string> ListUnsourced(LabConversation talk, string answer)
    {
        var named = Figure.In(answer).Where(figure => figure.Kind != FigureKind.Number).ToList();
        if (named.Count == 0)
            return [];
        var sourced = Passages.Where(passage => passage.IsOpenTo(talk)).SelectMany(passage => passage.Figures)
            .Concat(Figure.In(talk.Lab.Prompt.Template)).Select(figure => (figure.Kind, figure.Value)).ToHashSet();
        var own = talk.MemberWords.Concat(talk.EarlierCards.SelectMany(card => card.Entries).Select(entry => entry.Value)).Append(talk.Summary ?? "")
            .SelectMany(Figure.In).Select(figure => figure.Value).ToHashSet();
        return [.. named.Where(figure => !sourced.Contains((figure.Kind, figure.Value)) && !own.Contains(figure.Value)).Select(figure => figure.Written).Distinct(StringComparer.Ordinal)];
    }

    // Read once for each version of the shelf.
    private IReadOnlyList<PassageFigures> Passages => _byShelf.GetValue(library.Shelf, static shelf =>
        [.. PassageReader.Read(shelf).Select(passage => new PassageFigures(passage, [.. Figure.In(passage.Text)])).Where(passage => passage.Figures.Count > 0)]);

    private sealed record PassageFigures(Passage Passage, IReadOnlyList<Figure> Figures)
    {
        public bool IsOpenTo(LabConversation talk) => Passage.Lesson is null || (Passage.Course == talk.Course.Id && Passage.Lesson <= talk.Lesson.Number);
    }
}
