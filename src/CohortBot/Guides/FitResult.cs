namespace CohortBot.Guides;

/// <summary>The layer and the two roles that five answers speak for, each with the answers that did.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Roles">Two roles of it.</param>
/// <param name="Against">The answer about a good day, where it speaks for another layer than the rest; else null.</param>
internal sealed record FitResult(FitChoice Layer, IReadOnlyList<FitChoice> Roles, FitAnswer? Against)
{
    /// <summary>Weighs the answers.</summary>
    public static FitResult Of(FitAnswers answers)
    {
        var all = answers.All().ToList();
        var layer = FitTable.Layers.MaxBy(layer => (Sum(all, layer), all[0].PointsFor(layer)))!;
        var roles = FitTable.Roles(layer).OrderByDescending(role => Sum(all, role)).Take(2);
        return new FitResult(Choose(all, layer), [.. roles.Select(role => Choose(all, role))], all[0].PointsFor(layer) > 0 ? null : all[0]);
    }

    private static int Sum(IEnumerable<FitAnswer> answers, string target) => answers.Sum(answer => answer.PointsFor(target));

    // The answers that spoke for it, strongest first; two are enough to be understood.
    private static FitChoice Choose(IEnumerable<FitAnswer> answers, string target) =>
        new(target, [.. answers.Where(answer => answer.PointsFor(target) > 0).OrderByDescending(answer => answer.PointsFor(target)).Take(2)]);
}

/// <summary>A layer or role and the answers that spoke for it.</summary>
/// <param name="Id">The layer or role.</param>
/// <param name="Because">The answers, strongest first.</param>
internal sealed record FitChoice(string Id, IReadOnlyList<FitAnswer> Because);
