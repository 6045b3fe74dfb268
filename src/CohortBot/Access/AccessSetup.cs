namespace CohortBot.Access;

/// <summary>Registers workspaces, members, roles and the audit.</summary>
internal static class AccessSetup
{
    /// <summary>Adds what knows people and what they may do.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) =>
        services.AddSingleton<WorkspaceStore>().AddSingleton<MemberDirectory>().AddSingleton<RoleStore>().AddSingleton<AuditLog>()
            .AddSingleton<IMemberData, MemberRecords>();
}
