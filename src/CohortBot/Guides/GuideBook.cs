using System.Runtime.CompilerServices;
using CohortBot.Courses;

namespace CohortBot.Guides;

/// <summary>The guides as they stand now, for whoever answers from them.</summary>
internal sealed class GuideBook(ICourseLibrary library)
{
    private const string RolesGuide = "roles";
    private const string LadderGuide = "ladder";
    private const string MarketGuide = "market";
    private const string QuestionsGuide = "questions";

    private readonly ConditionalWeakTable<CourseShelf, IReadOnlyList<CareerRole>> _roles = [];

    /// <summary>The roles; none where the guide is missing.</summary>
    public IReadOnlyList<CareerRole> Roles => _roles.GetValue(library.Shelf, static shelf => Find(shelf, RolesGuide) is { } guide ? RoleReader.Read(guide) : []);

    /// <summary>The guide of roles, or null.</summary>
    public Guide? RoleGuide => Find(library.Shelf, RolesGuide);

    /// <summary>The guide of levels and how people climb them, or null.</summary>
    public Guide? Ladder => Find(library.Shelf, LadderGuide);

    /// <summary>The guide of the market, or null.</summary>
    public Guide? Market => Find(library.Shelf, MarketGuide);

    /// <summary>The guide of questions that people ask, or null.</summary>
    public Guide? Questions => Find(library.Shelf, QuestionsGuide);

    private static Guide? Find(CourseShelf shelf, string id) => shelf.Guides.FirstOrDefault(guide => guide.Id == id);
}
