using System.ComponentModel.DataAnnotations;

namespace CohortBot.Courses;

/// <summary>Where courses and prompts are read from.</summary>
public sealed class CourseOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Courses";

    /// <summary>
    /// The folder with courses and guides. A relative path is looked for in the folder that the program was started in, then beside the
    /// program. Default <c>lessons</c>.
    /// </summary>
    [Required]
    public string LessonsFolder { get; set; } = "lessons";

    /// <summary>The folder with labs and prompts, found in the same way. Default <c>prompts</c>.</summary>
    [Required]
    public string PromptsFolder { get; set; } = "prompts";
}
