using CohortBot.Advisors;
using CohortBot.Advisors.Providers;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>A lab with Amina in it and a provider on the loopback address behind the advisor: what a member sees of a model's faults.</summary>
internal sealed class ModelLab : IAsyncDisposable
{
    private ModelLab(LabWorld world, LoopbackProvider server, Place thread) => (World, Server, Thread) = (world, server, thread);

    public LabWorld World { get; }

    public LoopbackProvider Server { get; }

    public Place Thread { get; }

    /// <summary>The message that is the turn's placeholder first and the answer or the apology in the end.</summary>
    public FakeMessage Answer => World.Fake.In(Thread)[1];

    public static async Task<ModelLab> StartAsync(ModelProvider provider)
    {
        var server = await LoopbackProvider.StartAsync();
        var world = await LabWorld.StartAsync(change: services => services
            .AddAdvisors()
            .AddSingleton<ICourseLibrary, PromptedCourse>()
            .PostConfigure<AdvisorOptions>(settings => ModelWorld.Connect(settings, provider, server)));
        return new ModelLab(world, server, await world.OpenAsync("amina"));
    }

    public Task SayAsync(string words = "I am a nurse.") => World.SayAsync("amina", Thread, words);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Server.Faults);
        await World.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>The labs' course with the shipped shared prompts, which cards and summaries are asked for with.</summary>
    private sealed class PromptedCourse : ICourseLibrary
    {
        public CourseShelf Shelf { get; } = new LabCourse().Shelf with { SharedPrompts = new ShippedCourses().Shelf.SharedPrompts };
    }
}
