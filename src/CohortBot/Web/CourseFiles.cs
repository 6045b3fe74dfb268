using CohortBot.Chat.Documents;
using CohortBot.Courses;
using CohortBot.Web.Safety;

namespace CohortBot.Web;

/// <summary>Serves the figures that lessons and guides name, and no other file. The address is the figure's folder and name.</summary>
internal static class CourseFiles
{
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
    };

    /// <summary>Where a browser finds a figure.</summary>
    public static string UrlOf(string path) =>
        $"/course-files/{Uri.EscapeDataString(FolderOf(path))}/{Uri.EscapeDataString(Path.GetFileName(path))}";

    /// <summary>Maps the address.</summary>
    public static void MapCourseFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/course-files/{folder}/{file}", (string folder, string file, HttpContext context) =>
        {
            var shelf = context.RequestServices.GetService<ICourseLibrary>()?.Shelf ?? CourseShelf.Empty;
            if (Find(shelf, folder, file) is not { } path || !MediaTypes.TryGetValue(Path.GetExtension(path), out var mediaType) || !File.Exists(path))
                return Results.NotFound();
            context.Response.Headers.ContentSecurityPolicy = PageHeaders.PicturePolicy;
            return Results.File(Path.GetFullPath(path), mediaType);
        });

    /// <summary>The figure of a shelf that an address means, or null.</summary>
    public static string? Find(CourseShelf shelf, string folder, string file) =>
        Bodies(shelf).SelectMany(body => body.Blocks).OfType<Figure>().Select(figure => figure.Path)
            .FirstOrDefault(path => FolderOf(path) == folder && Path.GetFileName(path) == file);

    private static IEnumerable<Document> Bodies(CourseShelf shelf) =>
        shelf.Courses.SelectMany(course => course.Lessons.Select(lesson => lesson.Body).Prepend(course.Welcome))
            .Concat(shelf.Guides.Select(guide => guide.Body));

    private static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(path) ?? "");
}
