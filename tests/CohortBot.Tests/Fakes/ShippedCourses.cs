using CohortBot.Courses;
using CohortBot.Courses.Reading;

namespace CohortBot.Tests.Fakes;

/// <summary>The courses and guides of this repository, read as the program reads them.</summary>
internal sealed class ShippedCourses : ICourseLibrary
{
    private static readonly CourseShelf _shelf = CourseReader.Read(Path.Combine(Repository.Root, "lessons"), Path.Combine(Repository.Root, "prompts")).Shelf;

    public CourseShelf Shelf => _shelf;
}
