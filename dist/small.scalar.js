/* microlora 0.1.0, MIT OR Apache-2.0 */
import{wasm as t}from"./small.scalar-wasm.js"
var e=t,r={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},s=4294967295,o="; the full edition, 'microlora', has more",i=/* @__PURE__ */new Map([["mse",0]]),a={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},n=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),h=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[h]:super[Symbol.hasInstance](e)}get[h](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function c(t,e,r){throw new LoraError(t,e,r)}var u={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${o}`}
function d(t,e){const s=Object.keys(r),[o]=s.filter(e=>r[e]===t)
c(o,`${e}: ${u[o]??o}`)}var l=t=>t.length>80?`${t.slice(0,79)}…`:t,m=t=>l(JSON.stringify(t))
function p(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const a=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(a,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function f(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=p(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${l(s)}?)`}var _=t=>Object.prototype.toString.call(t).slice(8,-1),g=t=>"string"==typeof t?m(t):l(Object(t)===t?_(t):String(t)),y=(t,e,r,s="LORA_E_TYPE")=>c(s,`${t} must be ${e}, got ${g(r)}`)
function b(t,e,r){const s=O(t,e)
s!==r&&c("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function w(t,e,r,s){const o=O(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&c("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${o} numbers`)
return i}function O(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===_(e))||y(t,"a Float32Array",e)
return e.length}function A(t,e){"number"!=typeof e&&y(t,"a number",e)
Number.isFinite(Math.fround(e))||c("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function E(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&y(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&c(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function v(t,e){const r=A(t,e)
r<0&&c("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function R(t,e,r){const s=r.indexOf(e)
s<0&&c("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${g(e)}`+f(e,r)+o)
return s}function L(t,e,r){return r.get(e)??R(t,e,[...r.keys()])}function S(t,e){"boolean"!=typeof e&&y(t,"true or false",e)
return e}function $(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function I(t,e,r){$(e)||y(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
c("LORA_E_OPTION",`${t} has no option ${l(s)}${f(s,e)}; it has ${e.join(", ")}`+o)}}function j(t,e,r){I(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var N,k=/* @__PURE__ */Symbol.for("microlora 0.1.0"),M=globalThis
function F(t){const e=t?.[k]
"function"==typeof e&&e()
const r=N
N=void 0
return r}var P=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,k,{value:e=>{void 0===e?N=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:F(t)??y("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return F(this)?.k??"Object"}toJSON(){return B(this).x()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=F(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.x(),e)}`}}
function x(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:B}=P,T=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),C=class extends P{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[T],configurable:!0})}free(){B(this).y()}[T](){this.free()}},z=[1,2,3,4,5],W=[[1,0,2,0,-1],[0,1,0,-2,1]],D=[[1,2,0,0,4],[0,2,4,0,-2]],H=[1,0,-1,2,.5],G=[2,3,1,4,10],U=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],J=/* @__PURE__ */new Map
function q(t,e){J.set(t,e)
return t}var Y,Q,V=4293918720,K="this is not the microlora.wasm of this release: take the one beside this script",Z=(t=16777216)=>E("memory (bytes)",t,131072,V),X=class{k="Engine"
N=!0
cb=J
f=new Float32Array(0)
Z="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
7!==e.lora_version?.()&&c("LORA_E_MODULE",K)
this._=e.memory
this.d={...e}
this.$=1===this.d.lora_simd()}x(){return{simd:this.$,memoryUsage:this.O()}}O(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}q(t,e){return new Float32Array(this._.buffer,t>>>0,e)}aa(t){this.d.lora_grow(t)<0&&c("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.z()}z(){const t=this.d
this.f=this.q(t.lora_transfer(),t.lora_transfer_size())}},tt=B,Engine=class extends P{constructor(t,e,r){const s=new X(t)
s.N=r
s.aa(e)
super(s)
this.simd=s.$
x(this)}get memory(){return tt(this)._}get memoryUsage(){return tt(this).O()}grow(t){tt(this).aa(E("grow: bytes",t,1,V))}},et=t=>function(t){const{d:e,f:r}=t,s=e.lora_create(5,5,W.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(z)
e.lora_forward(s,0,1,1)
const i=t.q(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[W,D].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(G)
r.set(H)
e.lora_adapt(s,0,1,1)
const a=o(U)
e.lora_free(s)
return i&&a}(tt(t)),rt="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",st=t=>"WebAssembly.Module"===_(t)
function ot(t){const e=j("init",void 0===t||$(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&c("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:Z(e.memory),simd:void 0===e.simd?void 0:S("simd",e.simd),warnings:S("warnings",e.warnings)}}function it(){"object"!=typeof WebAssembly&&c("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function at(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&c("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&c("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||st(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":K:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
c("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function nt(t){if(st(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===_(t))(t))return t
c("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${_(t)}`)}async function ht(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ct(t){const e=st(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function ut(t){if(void 0!==t.simd&&!1!==t.simd)return
const r=e()
if(st(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var dt=(t,{memory:e,warnings:r})=>new Engine(t,Z(e),r)
function lt(t,e){const r=dt(t,e)
et(r)||c("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&c("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function mt(t){it()
let r
try{if(void 0!==t.module){r=await async function(t){let e=await t;/^(String|URL|Request)$/.test(_(e))&&(e=await fetch(e))
if("Response"===_(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||c("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return nt(e)}(t.module)
return lt(await ht(r),t)}const s=ut(t)
if(void 0!==s){const e=dt(await ht(s),t)
if(et(e))return e}!0===t.simd&&c("LORA_E_SIMD",rt)
const o=await(async()=>e())().catch(t=>c("LORA_E_SIMD",rt,t)),i=dt(await ht(o),t)
et(i)||c("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(e){return at(e,t,r)}}function pt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&c("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(M,k,{value:t,configurable:!0})}(t)
return t}async function ft(t){const e=ot(t)
if(void 0===Y){Q??=mt(e).then(t=>Y??=t).finally(()=>Q=void 0)
await Q}return pt(Y,e)}function _t(t){const e=ot(t)
Y??=function(t){it()
let e
try{if(void 0!==t.module){e=nt(t.module)
return lt(ct(e),t)}const r=ut(t)
if(void 0!==r){const e=dt(ct(r),t)
if(et(e))return e}return c("LORA_E_SIMD",rt)}catch(r){return at(r,t,e)}}(e)
return pt(Y,e)}async function gt(t){return mt(ot(t))}var yt=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=F(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[k]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&c("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return y(t,"one of init or createEngine",r,o)}("engine",0,r,X,"LORA_E_OPTION"):B(Y??c("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}E(t,...e){this.e=function(t,e,...s){const o=t.d[e](...s)
o===r.LORA_E_MEMORY&&c("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.O().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
o<0&&d(o,e)
t.z()
return o}(this.c,t,...e)
this.c.Z?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?d(r,t):r}i(){0===this.e&&d(r.LORA_E_HANDLE,"after free()")}y(){if(0!==this.e){this.c.Z?.unregister(this)
this.a("free")
this.e=0}}x(){return{...this.l(),...0===this.e?{freed:!0}:this.u()}}l(){return{}}u(){return{}}},bt=["A","B"],wt=(t,e)=>E(t,e,1,16384,"LORA_E_SHAPE"),Ot=class extends yt{constructor(t,e,r,o){super(t,e.engine)
this.r=e.engine
this.Ka=r
this.C=r+o
const{dim:i}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===i?2:0)&&c("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===i?wt("in",e.in):wt("dim",i),h=void 0===i?wt("out",e.out):a,u=E("rank",e.rank,1,64,"LORA_E_SHAPE"),d=A("alpha",e.alpha),l=E("batch",e.batch,1,1024),m=L("optimizer",e.optimizer,n),p=e.optimizer,f=E("seed",e.seed,0,2**32-1),_=S("sharedIO",e.sharedIO),g=void 0!==i
this.E("lora_create",a,h,u,d,void 0===e.learningRate?this.c.d.lora_default_rate(m,a):v("learningRate",e.learningRate),m,f,(g?1:0)+(_?2:0),r,o,l)
this.dim=a
this.in=a
this.out=h
this.rank=u
this.alpha=d
this.batch=l
this.seed=f
this.sharedIO=_
this.residual=g
this.optimizer=p
try{this.F(s,{})}catch(t){this.y()
throw t}}g(t){return t}w(t,e,...r){return this.a(t,this.g(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get P(){return this.a("option",0,0)}F(t,e){for(const[s,o,i]of function(t){const{learningRate:e}=j("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,v("learningRate",e)]]}(e)){const e=this.c.d.lora_set_option(this.e,t,o,i)
e===r.LORA_E_RANGE&&c("LORA_E_RANGE",`${s} is out of its range, got ${i}; see the types`)
e<0&&d(e,s)}}ba(t){const e=this.g(t),[r,s]=bt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}ca(t,e){const r=this.g(t),{A:s,B:o}=j("setWeights",e,{A:void 0,B:void 0})
b("setWeights: A (rank, in)",s,this.rank*this.in)
b("setWeights: B (rank, out)",o,this.rank*this.out)
const{d:i,f:a}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*o,(n+1)*o))
const h=t?i.lora_write_row(this.e,r,s,n):i.lora_check(o)
h<0&&d(h,"setWeights")}})}},At=["sum","mean"],Et={loss:void 0,delta:void 0,reduction:void 0},vt=class extends Ot{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
G=this.input
D=1
n(){this.i()
if(0===this.input.length){this.inputs=this.Q("lora_input",this.in)
this.outputs=this.Q("lora_output",this.out)
this.gradients=this.Q("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}Q(t,e){const r=this.c,s=r.d[t](this.e),o=r.d.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,i)=>r.q(s+i*o,e)))}da(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){b("forward: x",e,this.in)
void 0!==r&&b("forward: out",r,this.out)
o.f.set(e)
i=1}const a=o.d.lora_forward(this.e,s,1,i)
a<0&&this.m(a,"forward",s)
if(void 0!==e){this.n()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}H(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){b("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.d.lora_adapt(this.e,r,1,o)
i<0&&this.m(i,"adapt",r)}ea(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,a=i?E("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):w("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&b("forwardBatch: out",r,a*this.out)
i||o.f.set(e)
const n=o.d.lora_forward(this.e,s,a,i?0:1)
n<0&&this.m(n,"forwardBatch",s)
this.D=a
if(i&&void 0===r)return
const h=this.La(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}La(t){const e=this.c,r=e.d.lora_packed_output(this.e,t)>>>0,s=t*this.out
this.G.length===s&&this.G.byteOffset===r||(this.G=e.q(r,s))
return this.G}fa(t,e){const r=this.g(t),s=this.c
let o=this.D
if(void 0!==e){o=w("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.d.lora_adapt(this.e,r,o,void 0===e?0:1)
i<0&&this.m(i,"adaptBatch",r)}o(t,e,r,s,o){const a=this.g(t),n=this.c
let h=0,u=1,d=0
if(void 0!==o){I("learn",o,Et)
const t=o
void 0!==t.loss&&(h=L("loss",t.loss,i))
void 0!==t.reduction&&(d=R("reduction",t.reduction,At))
void 0!==t.delta&&(u=function(t,e){const r=A(t,e)
r>0||c("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta))
1===d&&2===h&&c("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}b("learn: x",e,s*this.in)
b("learn: target",r,s*this.out)
n.f.set(e)
n.f.set(r,e.length)
const l=n.d.lora_learn(this.e,a,s,h,u,d)
l<-1&&this.m(l,"learn",a)
this.D=s
return l}ga(t,e,r,s){const o=w("learnBatch: X",e,this.in,this.batch)
return this.o(t,e,r,o,s)}ha(t,e){const r=this.g(t),{c:s,e:o}=this,i=s.d.lora_adapt_with_reward(o,r,A("reward",e))
i<0&&this.m(i,"adaptWithReward",r)}m(t,e,s){if(t===r.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&c("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}d(t,e)}},Rt=B
function Lt(t){const e=Rt(t)
e.n()
return e}var St=class extends C{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
x(this)}get input(){return Lt(this).input}get output(){return Lt(this).output}get gradient(){return Lt(this).gradient}get inputs(){return Lt(this).inputs}get outputs(){return Lt(this).outputs}get gradients(){return Lt(this).gradients}get paramCount(){return Rt(this).a("param_count")}get learningRate(){return Rt(this).P}set learningRate(t){const e=v("learningRate",t)
Rt(this).F(s,{learningRate:e})}},$t="MicroLoRA",It=B,jt=class extends vt{u(){return{learningRate:this.P,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Nt=class extends St{constructor(t){const e=j($t,t,a)
super(new jt($t,e,1,0))}forward(t,e){return It(this).da(0,t,e)}adapt(t){It(this).H(0,t)}forwardBatch(t,e){return It(this).ea(0,t,e)}adaptBatch(t){It(this).fa(0,t)}learn(t,e,r){return It(this).o(0,t,e,1,r)}learnBatch(t,e,r){return It(this).ga(0,t,e,r)}adaptWithReward(t){It(this).ha(0,t)}get deltaNorm(){return It(this).a("delta_norm",0)}get adaptCount(){return It(this).a("adapt_count",0)}get forwardCount(){return It(this).a("forward_count",0)}getWeights(){return It(this).ba(0)}setWeights(t){
It(this).ca(0,t)}reset(){It(this).a("reset",s)}},MicroLoRA=class extends Nt{static k=q("MicroLoRA",this)},kt=t=>Object.freeze(t.split(" ")),Mt=/* @__PURE__ */kt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Ft=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */kt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */kt("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */kt("Aggregate GroupBy"),shaping:/* @__PURE__ */kt("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */kt("VectorDistance Rerank")}),Pt="ScopedLoRA",xt=B,Bt={...a,scopes:void 0,categories:void 0,categoryFallback:!0},Tt=class extends vt{constructor(t){const e=j(Pt,t,Bt),r=void 0===e.scopes?Mt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||y("scopes","an array of names",t)
E("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&c("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Ft:{})
const o=function(t,e){$(t)&&Object.values(t).every(Array.isArray)||y("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&c("LORA_E_SCOPE",`categories: there is no scope ${m(t)}${f(t,[...e.keys()])}`)
r.has(s)&&c("LORA_E_OPTION",`categories: ${l(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=S("categoryFallback",e.categoryFallback)
super(Pt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.K=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.za(i)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}u(){return{learningRate:this.P,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}za(t){this.a("set_category_fallback",Number(S("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.K.get(t)??c("LORA_E_SCOPE",`there is no scope ${l(t)}${f(t,this.scopes)}`):E("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Ct=class extends St{constructor(t){super(new Tt(t))}get scopes(){return xt(this).scopes}get categories(){return xt(this).categories}scopeName(t){const e=xt(this)
e.i()
return e.scopes[e.g(t)]}forward(t,e,r){return xt(this).da(t,e,r)}adapt(t,e){xt(this).H(t,e)}forwardBatch(t,e,r){return xt(this).ea(t,e,r)}adaptBatch(t,e){xt(this).fa(t,e)}learn(t,e,r,s){return xt(this).o(t,e,r,1,s)}learnBatch(t,e,r,s){return xt(this).ga(t,e,r,s)}adaptWithReward(t,e){xt(this).ha(t,e)}deltaNorm(t){return xt(this).w("delta_norm",t)}adaptCount(t){return xt(this).w("adapt_count",t)}forwardCount(t){return xt(this).w("forward_count",t)}get totalAdaptCount(){
return xt(this).a("total_adapt_count")}get totalForwardCount(){return xt(this).a("total_forward_count")}get categoryFallback(){return xt(this).categoryFallback}set categoryFallback(t){xt(this).za(t)}getWeights(t){return xt(this).ba(t)}setWeights(t,e){xt(this).ca(t,e)}reset(t){const e=xt(this)
e.a("reset",void 0===t?s:e.g(t))}},ScopedLoRA=class extends Ct{static k=q("ScopedLoRA",this)},zt="TrajectoryBuffer",Wt=B,Dt=2**32-1,Ht={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Gt(t,e){const r=A(t,e)
r<=0&&c("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Ut={probability:1,limit:1/0,stopped:!1},Jt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),qt=class extends yt{constructor(t){const e=j(zt,t,Ht)
super(zt,e.engine)
this.capacity=E("capacity",e.capacity,1,Dt)
this.dim=E("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=E("operators",e.operators,1,256)
this.E("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}u(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends C{static k=q(zt,this)
constructor(t){const e=new qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
x(this)}record(t,e,r,s,o,i){const a=Wt(this)
b("embedding",t,a.dim)
E("operator",e,0,a.operators-1)
E("attention",r,0,255)
Gt("executionMs",s)
Gt("baselineMs",o)
const n=void 0===i?void 0:function(t){const{probability:e,limit:r,stopped:s}=j("record",t,Ut)
A("probability",e)>0&&Number(e)<=1||c("LORA_E_RANGE",`probability must be above 0 and at most 1, got ${e}`)
r!==1/0&&Gt("limit",r)
return[Number(e),Number(r),Number(S("stopped",s))]}(i),{d:h,f:u}=a.c,{e:l}=a
u.set(t)
const m=void 0===n?h.lora_trajectory_record(l,e,r,s,o):h.lora_trajectory_record_decision(l,e,r,s,o,...n)
m<0&&d(m,"record")}get length(){return Wt(this).a("trajectory_length")}get totalCount(){return Wt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Wt(this).a("trajectory_success_rate")}get bestImprovement(){return Wt(this).a("trajectory_best_improvement")}get meanImprovement(){return Wt(this).a("trajectory_mean_improvement")}get variance(){return Wt(this).a("trajectory_variance")}get bestAttention(){return Wt(this).a("trajectory_best_attention")}
highQualityCount(t){return Wt(this).a("trajectory_high_quality_count",A("threshold",t))}countByOperator(t){const e=Wt(this)
E("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Wt(this)
E("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4),probability:r(5),limit:r(6),stopped:1===r(7)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&y("filter: keep","a function",t)
return[...this].filter(t)}top(t){E("top: count",t,0,Dt)
const e=Array.from({length:this.length},(t,e)=>({improvement:Wt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=L("statistics: by",t,Jt),r=(t,r)=>Wt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){E("sample: count",t,0,Dt)
const r=j("sample",e,{by:"uniform",seed:1}),s=1===R("sample: by",r.by,["uniform","improvement"]),o=E("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&c("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Wt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Wt(this).a("trajectory_reset")}}
function Yt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||c("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
b(t,o,r)
return o}var Qt=class{constructor(t,e){this.k=t
this.h=e}x(){return B(this.h).x()}y(){this.h.free()}},Vt=class extends Qt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Yt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Kt=/* @__PURE__ */kt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Zt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Xt=B,WasmMicroLoRA=class extends C{constructor(t,e,r){const s=new MicroLoRA(Zt(t,e,r))
super(new Vt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Xt(this).inputAddress}get_output_ptr(){return Xt(this).outputAddress}forward(){Xt(this).forward(0)}forward_array(t){return Xt(this).forwardArray(0,t)}adapt(){Xt(this).prepare(0)
Xt(this).h.adapt()}adapt_array(t){const e=Yt("adapt_array: gradient",t,Xt(this).h.dim)
Xt(this).prepare(0)
Xt(this).h.adapt(e)}adapt_with_reward(t){Xt(this).prepare(0)
Xt(this).h.adaptWithReward(t)}delta_norm(){return Xt(this).h.deltaNorm}adapt_count(){return BigInt(Xt(this).h.adaptCount)}forward_count(){return BigInt(Xt(this).h.forwardCount-Xt(this).hidden(0))}param_count(){return Xt(this).h.paramCount}dim(){return Xt(this).h.dim}reset(){Xt(this).h.reset()
Xt(this).reset()}},te=B,WasmScopedLoRA=class extends C{constructor(t,e,r){const s=new ScopedLoRA(Zt(t,e,r))
super(new Vt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Mt[t]:void 0)??c("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return te(this).inputAddress}get_output_ptr(){return te(this).outputAddress}forward(t){te(this).forward(t)}forward_array(t,e){return te(this).forwardArray(t,e)}adapt(t){te(this).prepare(t)
te(this).h.adapt(t)}adapt_array(t,e){const r=Yt("adapt_array: gradient",e,te(this).h.dim)
te(this).prepare(t)
te(this).h.adapt(t,r)}adapt_with_reward(t,e){te(this).prepare(t)
te(this).h.adaptWithReward(t,e)}delta_norm(t){return te(this).h.deltaNorm(t)}adapt_count(t){return BigInt(te(this).h.adaptCount(t))}forward_count(t){return BigInt(te(this).h.forwardCount(t)-te(this).hidden(t))}total_adapt_count(){return BigInt(te(this).h.totalAdaptCount)}total_forward_count(){return BigInt(te(this).h.totalForwardCount-te(this).hiddenInAll)}set_category_fallback(t){te(this).h.categoryFallback=t
te(this).forget()}reset_scope(t){te(this).h.reset(t)
te(this).reset(t)}reset_all(){te(this).h.reset()
te(this).reset()}},ee=t=>B(t).h,WasmTrajectoryBuffer=class extends C{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Qt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Yt("record: embedding",t,ee(this).dim)
ee(this).record(i,e,r,s,o)}success_rate(){return ee(this).successRate}best_improvement(){return ee(this).bestImprovement}mean_improvement(){return ee(this).meanImprovement}variance(){return ee(this).variance}best_attention(){return ee(this).bestAttention}high_quality_count(t){return ee(this).highQualityCount(t)}count_by_operator(t){return ee(this).countByOperator(t)}len(){return ee(this).length}total_count(){return BigInt(ee(this).totalCount)}is_empty(){return ee(this).isEmpty}reset(){
ee(this).reset()}}
export{Kt as COMPAT_SCOPES,Ft as DEFAULT_CATEGORIES,Mt as DEFAULT_SCOPES,LoraError,MicroLoRA,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,gt as createEngine,ft as default,_t as initSync,e as wasm}

