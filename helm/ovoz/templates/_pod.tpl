{{/* What the pods of both services share. */}}

{{- define "ovoz.deployment" -}}
replicas: {{ .values.replicas }}
revisionHistoryLimit: 3
strategy:
  type: RollingUpdate
  rollingUpdate:
    maxUnavailable: 0
    maxSurge: 1
selector:
  matchLabels:
    {{- include "ovoz.selector" . | nindent 4 }}
{{- end -}}

{{- define "ovoz.podMetadata" -}}
labels:
  {{- include "ovoz.selector" . | nindent 2 }}
annotations:
  ovoz.org/configuration: {{ include (printf "ovoz.%s.configuration" .part) .root | sha256sum }}
{{- end -}}

{{- define "ovoz.podGround" -}}
serviceAccountName: {{ include "ovoz.partName" . }}
automountServiceAccountToken: false
enableServiceLinks: false
terminationGracePeriodSeconds: 30
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "ovoz.selector" . | nindent 8 }}
{{- include "ovoz.apart" . }}
{{- end -}}

{{- define "ovoz.apart" -}}
{{- $other := ternary "desk" "intake" (eq .part "intake") }}
{{- $term := dict "labelSelector" (dict "matchLabels" (dict "app.kubernetes.io/part-of" "ovoz" "app.kubernetes.io/component" $other)) "namespaceSelector" dict "topologyKey" "kubernetes.io/hostname" }}
{{- if eq .root.Values.separateNodes "required" }}
affinity:
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      - {{- toYaml $term | nindent 8 }}
{{- else if eq .root.Values.separateNodes "preferred" }}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          {{- toYaml $term | nindent 10 }}
{{- end }}
{{- end -}}

{{- define "ovoz.containerGround" -}}
image: {{ include "ovoz.image" . | quote }}
imagePullPolicy: {{ .values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
resources:
  {{- toYaml .values.resources | nindent 2 }}
startupProbe:
  httpGet: { path: /q/health/started, port: management }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /q/health/live, port: management }
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 3
readinessProbe:
  httpGet: { path: /q/health/ready, port: management }
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
envFrom:
  - configMapRef:
      name: {{ include "ovoz.partName" . }}
{{- end -}}

{{/* Environment that comes from Secrets, and the pod's own name: its id in the consumer group. */}}
{{- define "ovoz.instanceEnv" -}}
- name: OVOZ_INSTANCE
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
{{- end -}}

{{- define "ovoz.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end -}}

{{/* The only place that can be written, in memory: nothing that a process drops stays on a disk. */}}
{{- define "ovoz.scratchVolume" -}}
- name: scratch
  emptyDir:
    medium: Memory
    sizeLimit: 64Mi
{{- end -}}
